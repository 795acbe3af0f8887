/** Orders, payments, tickets and guest lists as their people see them. */
@NullMarked
package com.thec1rcle.query.order;

import org.jspecify.annotations.NullMarked;
