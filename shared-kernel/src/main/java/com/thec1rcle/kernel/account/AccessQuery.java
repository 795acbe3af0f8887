package com.thec1rcle.kernel.account;

import org.jspecify.annotations.Nullable;

/** What one can ask about who may do what. */
public sealed interface AccessQuery {
    /**
     * A user's standing everywhere; always answered, if only with nothing. Answers {@link AccessView}.
     *
     * @param emailFingerprint keyed hash of the user's verified email address, to find invitations sent to it
     */
    record FindAccess(UserId userId, @Nullable String emailFingerprint) implements AccessQuery {}
}
