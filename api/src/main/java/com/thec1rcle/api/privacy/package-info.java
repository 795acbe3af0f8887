/** Secrets of the system and keys of people, kept in the vault. */
@NullMarked
package com.thec1rcle.api.privacy;

import org.jspecify.annotations.NullMarked;
