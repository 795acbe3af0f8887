package com.thec1rcle.query.maintenance;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.maintenance.ProjectionList;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.FindProjection;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.FindProjections;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.StartReplay;
import com.thec1rcle.kernel.maintenance.ProjectionStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.query.config.QueryRefused;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers where projections stand, and has them rebuilt; for administrators. */
@Component
class ProjectionQueries {
    private final Projections projections;

    ProjectionQueries(Projections projections) {
        this.projections = projections;
    }

    @QueryHandler
    ProjectionList handle(FindProjections query) {
        requireAdministrator(query.viewer());
        return new ProjectionList(projections.all(), null);
    }

    @QueryHandler
    ProjectionStatus handle(FindProjection query) {
        requireAdministrator(query.viewer());
        return projections.find(query.name()).orElseThrow(ProjectionQueries::unknown);
    }

    @QueryHandler
    ProjectionStatus handle(StartReplay query) {
        requireAdministrator(query.viewer());
        ProjectionStatus before = projections.find(query.name()).orElseThrow(ProjectionQueries::unknown);
        if (!projections.replay(query.name())) {
            throw new QueryRefused(ErrorCode.REPLAY_RUNNING, "This projection is being rebuilt already.");
        }
        return projections.find(query.name()).orElse(before);
    }

    private static void requireAdministrator(Actor viewer) {
        if (!viewer.has(PlatformRole.ADMIN)) {
            throw QueryRefused.forbidden();
        }
    }

    private static QueryRefused unknown() {
        return new QueryRefused(ErrorCode.PROJECTION_NOT_FOUND, "There is no projection of this name.");
    }
}
