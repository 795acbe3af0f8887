package com.thec1rcle.api.night;

/** Somebody with an account, signed in. */
public record Person(String userId, String name, String email, String token) {}
