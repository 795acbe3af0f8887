package com.thec1rcle.api.problem;

import com.thec1rcle.api.problem.Problem.Invalid;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.Exceptions;
import tools.jackson.core.JacksonException;

/** Says what a failure means to the caller. */
final class Problems {
    private static final String KERNEL = Identifier.class.getPackageName().replace(".message", ".");

    private Problems() {}

    static Problem of(Throwable thrown) {
        Throwable failure = unwrap(thrown);
        return switch (failure) {
            case Refusal refusal -> Problem.of(refusal.details());
            case WebExchangeBindException form -> Problem.invalid(invalidIn(form.getAllErrors()));
            case HandlerMethodValidationException form
            when !form.isForReturnValue() ->
                Problem.invalid(form.getParameterValidationResults().stream()
                        .flatMap(result -> invalidIn(result).stream())
                        .toList());
            case MissingRequestValueException missing ->
                Problem.invalid(missing.getName(), "This " + missing.getLabel() + " is required.");
            case ServerWebInputException input -> unreadable(input);
            case ResponseStatusException response -> ofStatus(response);
            case DataBufferLimitException tooLarge -> ofStatus(ErrorCode.BODY_TOO_LARGE);
            case ServerExchangeRejectedException odd ->
                Problem.of(ErrorCode.MALFORMED_REQUEST, "This request is spelled in a way that is not accepted here.");
            case AuthenticationServiceException unreachable -> ofStatus(ErrorCode.TOO_BUSY);
            case AuthenticationException unknown -> ofStatus(ErrorCode.UNAUTHENTICATED);
            case AccessDeniedException denied -> ofStatus(ErrorCode.FORBIDDEN);
            case RejectedExecutionException full -> ofStatus(ErrorCode.TOO_BUSY);
            case TimeoutException late -> ofStatus(ErrorCode.TOO_BUSY);
            case TransientDataAccessException unreachable -> ofStatus(ErrorCode.TOO_BUSY);
            case DataAccessResourceFailureException unreachable -> ofStatus(ErrorCode.TOO_BUSY);
            case IllegalArgumentException value when saidByTheKernel(value) -> ofValue(value);
            default -> Problem.of(ErrorCode.INTERNAL_ERROR, null);
        };
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable failure = Exceptions.unwrap(thrown);
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static List<Invalid> invalidIn(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return invalidIn(body.getAllErrors());
        }
        String name = Optional.ofNullable(result.getMethodParameter().getParameterName())
                .orElse("request");
        return result.getResolvableErrors().stream()
                .map(error -> new Invalid(name, messageOf(error)))
                .toList();
    }

    private static List<Invalid> invalidIn(List<ObjectError> errors) {
        return errors.stream()
                .map(error ->
                        new Invalid(error instanceof FieldError field ? field.getField() : "request", messageOf(error)))
                .toList();
    }

    private static String messageOf(MessageSourceResolvable error) {
        return Optional.ofNullable(error.getDefaultMessage()).orElse("is invalid");
    }

    /** A body or parameter that could not be turned into what the endpoint takes. */
    private static Problem unreadable(ServerWebInputException input) {
        for (Throwable cause = input.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return ofStatus(ErrorCode.BODY_TOO_LARGE);
            }
            if (cause instanceof JacksonException json) {
                return UnreadableJson.explain(json);
            }
            if (cause instanceof TypeMismatchException mismatch) {
                return Problem.invalid(nameOf(input, mismatch), "This value has the wrong form.");
            }
        }
        return Problem.of(ErrorCode.MALFORMED_REQUEST, "The request needs a body that can be read.");
    }

    private static String nameOf(ServerWebInputException input, TypeMismatchException mismatch) {
        if (mismatch.getPropertyName() != null) {
            return mismatch.getPropertyName();
        }
        @Nullable
        String name = input.getMethodParameter() == null
                ? null
                : input.getMethodParameter().getParameterName();
        return name == null ? "request" : name;
    }

    private static Problem ofStatus(ResponseStatusException response) {
        int status = response.getStatusCode().value();
        return switch (status) {
            case 401 -> ofStatus(ErrorCode.UNAUTHENTICATED);
            case 403 -> ofStatus(ErrorCode.FORBIDDEN);
            case 404 -> ofStatus(ErrorCode.NOT_FOUND);
            case 405 -> ofStatus(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> ofStatus(ErrorCode.NOT_ACCEPTABLE);
            case 413 -> ofStatus(ErrorCode.BODY_TOO_LARGE);
            case 415 -> ofStatus(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            case 429 -> ofStatus(ErrorCode.TOO_MANY_REQUESTS);
            case 503 -> ofStatus(ErrorCode.TOO_BUSY);
            default ->
                response.getStatusCode().is4xxClientError()
                        ? ofStatus(ErrorCode.MALFORMED_REQUEST)
                        : Problem.of(ErrorCode.INTERNAL_ERROR, null);
        };
    }

    static Problem ofStatus(ErrorCode code) {
        return Problem.of(
                code,
                switch (code) {
                    case UNAUTHENTICATED -> "Send a valid access token: Authorization: Bearer <token>.";
                    case FORBIDDEN -> "You may not do this.";
                    case NOT_FOUND -> "There is nothing at this address.";
                    case METHOD_NOT_ALLOWED -> "This address does not take this method; Allow says which it does.";
                    case NOT_ACCEPTABLE -> "This cannot be answered in the form that Accept asks for.";
                    case BODY_TOO_LARGE -> "A body is 1 MiB at most, an upload 10 MiB.";
                    case UNSUPPORTED_MEDIA_TYPE -> "This Content-Type is not understood here.";
                    case TOO_MANY_REQUESTS -> "Too many requests; Retry-After says when to try again.";
                    case TOO_BUSY -> "The system is busy; Retry-After says when to try again.";
                    default -> "The request cannot be understood.";
                });
    }

    /** A value of the kernel refused to be made of what the request said. */
    private static boolean saidByTheKernel(IllegalArgumentException failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .dropWhile(name -> name.startsWith("java."))
                .findFirst()
                .filter(name -> name.startsWith(KERNEL))
                .isPresent();
    }

    private static Problem ofValue(IllegalArgumentException value) {
        return Problem.of(ErrorCode.VALIDATION_FAILED, value.getMessage());
    }
}
