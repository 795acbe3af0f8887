package com.thec1rcle.command.payment;

import org.jspecify.annotations.Nullable;

/** The gateway did not answer, or answered nonsense; asking again later is harmless. */
public final class GatewayUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GatewayUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
