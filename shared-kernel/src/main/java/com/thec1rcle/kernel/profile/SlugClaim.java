package com.thec1rcle.kernel.profile;

/**
 * A slug that a profile has reserved.
 *
 * @param reservation counts the reservations of this slug, so that giving an old one back cannot undo a newer one
 */
public record SlugClaim(String slug, int reservation) {}
