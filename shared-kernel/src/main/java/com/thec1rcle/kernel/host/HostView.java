package com.thec1rcle.kernel.host;

/** A host as anybody may see it. */
public record HostView(HostId hostId, String name, String city) {}
