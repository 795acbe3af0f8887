package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.query.config.QueryRefused;
import org.jspecify.annotations.Nullable;

/** Whose money and links a viewer may see: promoters their own, finance and administrators everybody's. */
public final class Own {
    private Own() {}

    /** The promoter asked for, or else the viewer's own; refused if it is somebody else's. */
    public static PromoterId promoter(Actor viewer, @Nullable PromoterId asked) {
        PromoterId own = PromoterId.of(viewer.userId());
        if (asked == null || asked.equals(own)) {
            return own;
        }
        if (!seesAll(viewer)) {
            throw QueryRefused.forbidden();
        }
        return asked;
    }

    /** As {@link #promoter}, but those who see all and ask for nobody in particular see all: absent. */
    public static @Nullable PromoterId promoterOrAll(Actor viewer, @Nullable PromoterId asked) {
        return asked == null && seesAll(viewer) ? null : promoter(viewer, asked);
    }

    public static boolean seesAll(Actor viewer) {
        return viewer.has(PlatformRole.FINANCE) || viewer.has(PlatformRole.ADMIN);
    }
}
