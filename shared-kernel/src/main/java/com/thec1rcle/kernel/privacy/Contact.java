package com.thec1rcle.kernel.privacy;

import org.jspecify.annotations.Nullable;

/** How to address and reach a person; travels sealed. */
public record Contact(String name, String email, @Nullable String phone) {
    @Override
    public String toString() {
        return "Contact[...]";
    }
}
