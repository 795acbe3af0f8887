/** Events of the night and their tiers as everybody, and as their own people, see them. */
@NullMarked
package com.thec1rcle.query.event;

import org.jspecify.annotations.NullMarked;
