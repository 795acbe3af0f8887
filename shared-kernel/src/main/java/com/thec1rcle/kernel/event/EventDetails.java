package com.thec1rcle.kernel.event;

import org.jspecify.annotations.Nullable;

/** What an event is: the first step of the wizard. */
public record EventDetails(
        String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String city,
        @Nullable String ageRule,
        @Nullable String refundPolicy,
        @Nullable String terms) {}
