package com.thec1rcle.kernel.maintenance;

import com.thec1rcle.kernel.message.Actor;

/**
 * Everything one can ask about projections; for administrators. Starting a replay travels as a query because only the
 * query side has projections, and it answers at once while the rebuild goes on.
 */
public sealed interface ProjectionQuery {
    /** Where every projection stands; answers a ProjectionList. */
    record FindProjections(Actor viewer) implements ProjectionQuery {}

    /** Where one projection stands; answers a ProjectionStatus. */
    record FindProjection(Actor viewer, String name) implements ProjectionQuery {}

    /** Empties a view and builds it again from all events; answers a ProjectionStatus; refused with REPLAY_RUNNING. */
    record StartReplay(Actor viewer, String name) implements ProjectionQuery {}
}
