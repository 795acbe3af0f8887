/** What promoters see: what they may sell, what their links brought, what they earned; and who they are to the platform. */
@NullMarked
package com.thec1rcle.query.promoter;

import org.jspecify.annotations.NullMarked;
