/** Promoters decide here: accounts and their money, links, clicks; and what happens to commission when orders and events do. */
@NullMarked
package com.thec1rcle.command.promoter;

import org.jspecify.annotations.NullMarked;
