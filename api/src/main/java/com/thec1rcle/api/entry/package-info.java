/** The door over HTTP: scanning, and what was scanned. */
@NullMarked
package com.thec1rcle.api.entry;

import org.jspecify.annotations.NullMarked;
