/** Who follows which venue, host or promoter. */
@NullMarked
package com.thec1rcle.command.follow;

import org.jspecify.annotations.NullMarked;
