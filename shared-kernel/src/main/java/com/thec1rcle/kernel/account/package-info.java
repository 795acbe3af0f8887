/** Who a user is to the platform: roles, memberships, access. */
@NullMarked
package com.thec1rcle.kernel.account;

import org.jspecify.annotations.NullMarked;
