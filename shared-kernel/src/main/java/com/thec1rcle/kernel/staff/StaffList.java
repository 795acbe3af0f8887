package com.thec1rcle.kernel.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a venue's roster, in the order of invitation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffList(List<StaffMember> items, @Nullable String nextCursor) {}
