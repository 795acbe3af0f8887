/** Who holds which role on the platform itself. */
@NullMarked
package com.thec1rcle.command.account;

import org.jspecify.annotations.NullMarked;
