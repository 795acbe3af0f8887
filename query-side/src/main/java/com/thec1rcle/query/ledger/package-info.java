/** The books: a balanced journal for every money event, and what its accounts add up to. */
@NullMarked
package com.thec1rcle.query.ledger;

import org.jspecify.annotations.NullMarked;
