package com.thec1rcle.kernel.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the list of hosts, by name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostList(List<HostView> items, @Nullable String nextCursor) {}
