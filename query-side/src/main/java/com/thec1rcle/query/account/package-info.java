/** Who may do what, gathered from everything that grants a right. */
@NullMarked
package com.thec1rcle.query.account;

import org.jspecify.annotations.NullMarked;
