package org.regatta.shared.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.regatta.shared.web.text.StorableText;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever stopped a request into what the caller may know of it. */
final class Refusals {

    /** {@code character_not_in_repertoire} and {@code untranslatable_character}. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private Refusals() {}

    /** Null where nobody planned for it: then it is our fault and belongs in the log. */
    static @Nullable Refusal of(Throwable failure) {
        if (failure instanceof Problem problem) {
            return Refusal.of(problem);
        }
        var refusal = input(failure);
        if (refusal == null) {
            refusal = data(failure);
        }
        if (refusal == null) {
            refusal = upload(failure);
        }
        if (refusal == null) {
            refusal = protocol(failure);
        }
        var cause = failure.getCause();
        return refusal == null && cause instanceof Problem problem ? Refusal.of(problem) : refusal;
    }

    private static @Nullable Refusal input(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> UnreadableBody.of(unreadable);
            case MethodArgumentNotValidException invalid -> invalid(invalid.getBindingResult());
            case BindException invalid -> invalid(invalid.getBindingResult());
            case HandlerMethodValidationException invalid ->
                invalid(invalid.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(error -> finding(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        error.getDefaultMessage())))
                        .toList());
            case ConstraintViolationException invalid ->
                invalid(invalid.getConstraintViolations().stream()
                        .map(violation -> finding(violation.getPropertyPath().toString(), violation.getMessage()))
                        .toList());
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case TypeMismatchException mismatch ->
                invalid(List.of(finding(String.valueOf(mismatch.getPropertyName()), "The value cannot be read.")));
            case MissingServletRequestPartException missing ->
                invalid(List.of(finding(missing.getRequestPartName(), "The part is missing.")));
            case MissingRequestValueException missing ->
                Refusal.of(
                        HttpStatus.BAD_REQUEST,
                        "valueMissing",
                        missing.getBody().getDetail() + " Add it.");
            default -> null;
        };
    }

    private static @Nullable Refusal data(Throwable failure) {
        return switch (failure) {
            case DataIntegrityViolationException conflict ->
                unstorable(conflict)
                        ? invalid(List.of(new Finding("", StorableText.WRONG, StorableText.REMEDY)))
                        : Refusal.of(
                                HttpStatus.CONFLICT,
                                "conflictingData",
                                "This contradicts what is stored already, for instance a key that is taken. Nothing was changed.");
            case ConcurrencyFailureException conflict ->
                Refusal.of(
                        HttpStatus.CONFLICT,
                        "changedMeanwhile",
                        "Somebody else changed this at the same time. Load it again and repeat your change.");
            case DataAccessResourceFailureException down -> unavailable();
            case CannotCreateTransactionException down -> unavailable();
            case QueryTimeoutException slow -> unavailable();
            default -> null;
        };
    }

    private static @Nullable Refusal upload(Throwable failure) {
        return switch (failure) {
            case MaxUploadSizeExceededException large ->
                Refusal.of(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "uploadTooLarge",
                        "The upload is too large. Send a smaller file.");
            case MultipartException broken ->
                Refusal.of(
                        HttpStatus.BAD_REQUEST,
                        "malformedUpload",
                        "The upload is broken or incomplete. Send it again.");
            default -> null;
        };
    }

    private static @Nullable Refusal protocol(Throwable failure) {
        return switch (failure) {
            case NoResourceFoundException missing -> Refusal.notFound();
            case NoHandlerFoundException missing -> Refusal.notFound();
            case CsrfException forged ->
                Refusal.of(
                        HttpStatus.FORBIDDEN,
                        "csrfTokenMissing",
                        "The request does not carry its page's CSRF token. Load the page again and repeat it.");
            case AccessDeniedException denied ->
                Refusal.of(HttpStatus.FORBIDDEN, "accessDenied", "You may not do this.");
            case AuthenticationException refused ->
                Refusal.of(HttpStatus.UNAUTHORIZED, "notSignedIn", "You are not signed in. Sign in and try again.");
            case RequestRejectedException rejected ->
                Refusal.of(HttpStatus.BAD_REQUEST, "malformedRequest", "The request is not well-formed.");
            case HttpRequestMethodNotSupportedException method ->
                Refusal.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "methodNotAllowed",
                        "This address does not take " + method.getMethod() + ".");
            default -> content(failure);
        };
    }

    /** What a client sends or asks for in a form this address cannot deal with. */
    private static @Nullable Refusal content(Throwable failure) {
        return switch (failure) {
            case HttpMediaTypeNotSupportedException type ->
                Refusal.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupportedMediaType",
                        "This address does not take this content type. It takes " + type.getSupportedMediaTypes()
                                + ".");
            case HttpMediaTypeNotAcceptableException type ->
                Refusal.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "notAcceptable",
                        "This address cannot answer in the type asked for.");
            case ErrorResponse response -> plain(response.getStatusCode().value());
            default -> null;
        };
    }

    /** What a bare status says where no exception tells more. */
    static @Nullable Refusal plain(int code) {
        var status = HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError() || !status.isError()) {
            return null;
        }
        return switch (status) {
            case NOT_FOUND -> Refusal.notFound();
            case FORBIDDEN -> Refusal.of(status, "accessDenied", "You may not do this.");
            case PAYLOAD_TOO_LARGE ->
                Refusal.of(status, "uploadTooLarge", "The upload is too large. Send a smaller file.");
            default -> Refusal.of(status, "refused", "The request was refused: " + status.getReasonPhrase() + ".");
        };
    }

    private static Refusal mismatch(MethodArgumentTypeMismatchException mismatch) {
        // an address with a malformed id is an address where nothing is
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Refusal.notFound()
                : invalid(List.of(finding(mismatch.getName(), "The value cannot be read.")));
    }

    /** PostgreSQL refused a character, in a text or in JSON. */
    private static boolean unstorable(DataIntegrityViolationException failure) {
        return failure.getMostSpecificCause() instanceof SQLException refused
                && UNSTORABLE.contains(String.valueOf(refused.getSQLState()));
    }

    private static Refusal unavailable() {
        return Refusal.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The service cannot answer at the moment; nothing was changed. Try again in a few seconds.");
    }

    private static Refusal invalid(BindingResult result) {
        return invalid(result.getAllErrors().stream().map(Refusals::finding).toList());
    }

    private static Refusal invalid(List<Finding> findings) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalidInput",
                "Some of the input is wrong; see the findings.",
                findings);
    }

    private static Finding finding(ObjectError error) {
        if (error instanceof FieldError field) {
            // the converter's own message names classes
            return finding(
                    field.getField(),
                    field.isBindingFailure() ? "The value cannot be read." : error.getDefaultMessage());
        }
        return finding(error.getObjectName(), error.getDefaultMessage());
    }

    private static Finding finding(String place, @Nullable String message) {
        return new Finding(
                place,
                message == null ? "The value is not valid." : sentence(message),
                "Correct it and send it again.");
    }

    private static String sentence(String message) {
        var text = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }
}
