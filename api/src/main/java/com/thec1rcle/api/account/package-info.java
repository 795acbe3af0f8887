/** Who one is here: the caller's own standing, platform roles, and the small token issuer of the embedded profile. */
@NullMarked
package com.thec1rcle.api.account;

import org.jspecify.annotations.NullMarked;
