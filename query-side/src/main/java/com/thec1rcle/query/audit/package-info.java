/** The history of every aggregate, for those it concerns. */
@NullMarked
package com.thec1rcle.query.audit;

import org.jspecify.annotations.NullMarked;
