/** Events and tiers over HTTP, and the short address that promoters share. */
@NullMarked
package com.thec1rcle.api.event;

import org.jspecify.annotations.NullMarked;
