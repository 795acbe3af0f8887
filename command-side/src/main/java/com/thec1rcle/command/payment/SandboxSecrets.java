package com.thec1rcle.command.payment;

/** The sandbox's credentials: random, made once for an installation and kept in its vault. */
public record SandboxSecrets(String keyId, String keySecret, String webhookSecret) {
    /** Says nothing of secrets. */
    @Override
    public String toString() {
        return "SandboxSecrets[" + keyId + "]";
    }
}
