package com.thec1rcle.command.notification;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

final class Refused {
    private Refused() {}

    static Matcher<Object> refusal(ErrorCode code) {
        return new FeatureMatcher<>(Matchers.equalTo(code), "a refusal with", "code") {
            @Override
            protected ErrorCode featureValueOf(Object thrown) {
                return thrown instanceof Refusal refusal ? refusal.code() : null;
            }
        };
    }
}
