package com.thec1rcle.command.payment;

/** The gateway understood and said no; asking the same again brings the same answer. */
public final class GatewayRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the gateway's reason, fit to be shown */
    public GatewayRefused(String message) {
        super(message);
    }
}
