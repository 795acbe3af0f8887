package com.thec1rcle.kernel.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of an event, as ids of stored media. */
public record EventMedia(@Nullable String cover, @Nullable String poster, List<String> gallery) {
    public EventMedia {
        gallery = List.copyOf(gallery);
    }
}
