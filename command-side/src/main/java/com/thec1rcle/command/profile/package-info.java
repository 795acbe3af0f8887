/** How venues, hosts and promoters show themselves, and who has which slug. */
@NullMarked
package com.thec1rcle.command.profile;

import org.jspecify.annotations.NullMarked;
