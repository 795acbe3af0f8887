/** What every projection and query stands on: rows that take each event once, pages, refusals. */
@NullMarked
package com.thec1rcle.query.config;

import org.jspecify.annotations.NullMarked;
