package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a venue's scanning devices, in the order in which they were bound. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceList(List<DeviceView> items, @Nullable String nextCursor) {}
