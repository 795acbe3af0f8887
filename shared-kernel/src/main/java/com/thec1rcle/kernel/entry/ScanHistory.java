package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the attempts at a door, latest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanHistory(List<ScanRecord> items, @Nullable String nextCursor) {}
