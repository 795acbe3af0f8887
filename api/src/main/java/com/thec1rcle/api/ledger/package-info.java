/** The books over HTTP, for finance. */
@NullMarked
package com.thec1rcle.api.ledger;

import org.jspecify.annotations.NullMarked;
