/** Promoters over HTTP: accounts, events to sell, links, clicks and commission. */
@NullMarked
package com.thec1rcle.api.promoter;

import org.jspecify.annotations.NullMarked;
