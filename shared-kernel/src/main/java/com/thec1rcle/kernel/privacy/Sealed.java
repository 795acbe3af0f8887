package com.thec1rcle.kernel.privacy;

/**
 * Personal data as it stands in an event: unreadable once the person's key has been destroyed.
 *
 * @param person whose key seals it
 * @param cipher the sealed JSON, URL-safe base64
 */
public record Sealed(String person, String cipher) {
    @Override
    public String toString() {
        return "Sealed[" + person + "]";
    }
}
