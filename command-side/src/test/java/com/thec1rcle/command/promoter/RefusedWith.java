package com.thec1rcle.command.promoter;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal by its code. */
public final class RefusedWith extends TypeSafeMatcher<Refusal> {
    private final ErrorCode code;

    private RefusedWith(ErrorCode code) {
        this.code = code;
    }

    public static RefusedWith refusedWith(ErrorCode code) {
        return new RefusedWith(code);
    }

    @Override
    protected boolean matchesSafely(Refusal refusal) {
        return refusal.code() == code;
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal with " + code);
    }

    @Override
    protected void describeMismatchSafely(Refusal refusal, Description description) {
        description.appendText("was refused with " + refusal.code());
    }
}
