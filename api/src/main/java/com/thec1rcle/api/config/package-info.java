/** The assembly of the application: how controllers reach commands and queries, and what runs beneath them. */
@NullMarked
package com.thec1rcle.api.config;

import org.jspecify.annotations.NullMarked;
