package com.thec1rcle.kernel.ticketing;

/**
 * What a scanner needs to verify codes alone.
 *
 * @param publicKey 32 bytes as RFC 8032 writes them, in URL-safe base64 without padding
 */
public record PublicTicketKey(String keyId, String publicKey) {}
