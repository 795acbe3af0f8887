package com.thec1rcle.api.entry;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** People inside, and people whom the venue holds. */
record HeadCount(int inside, int capacity) {
    @JsonIgnore
    boolean full() {
        return inside >= capacity;
    }
}
