package org.regatta.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where a refusal becomes an answer: problem+json for programs, the fragment {@code words} of {@code error.html} for
 * htmx, the whole page for people. The model holds {@code problem}, a {@link ProblemBody}, and its {@code status},
 * {@code code}, {@code detail} and {@code findings}.
 */
@ControllerAdvice
@Controller
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice implements ErrorController {

    private final ProblemWords words;

    ProblemAdvice(ProblemWords words) {
        this.words = words;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object refuse(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (gone(failure)) {
            return null;
        }
        request.setAttribute(ProblemAnswers.FAILURE, failure);
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            var allowed = method.getSupportedHttpMethods();
            if (allowed != null) {
                allowed.forEach(one -> response.addHeader(HttpHeaders.ALLOW, one.name()));
            }
        }
        return answer(ProblemAnswers.refusal(request, failure), request, response);
    }

    /** What filters and the container refused. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown) {
            return answer(ProblemAnswers.refusal(request, thrown), request, response);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var refusal = Refusals.plain(status instanceof Integer code ? code : 404);
        return answer(refusal == null ? Refusal.unexpected() : refusal, request, response);
    }

    private Object answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        ProblemAnswers.headers(refusal, response);
        var body = ProblemAnswers.body(request, refusal.in(words));
        if (ProblemAnswers.wantsJson(request)) {
            return ResponseEntity.status(refusal.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }
        var view = ProblemAnswers.wantsFragment(request) ? "error :: words" : "error";
        var answer = new ModelAndView(view, refusal.status());
        answer.addObject("problem", body);
        answer.addObject("status", body.status());
        answer.addObject("code", body.code());
        answer.addObject("detail", body.detail());
        answer.addObject("spoken", words.speaks(refusal.detail()));
        answer.addObject("findings", body.findings());
        return answer;
    }

    /** The caller hung up; there is nobody to answer. */
    private static boolean gone(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || (failure instanceof IOException
                        && failure.getClass().getSimpleName().equals("ClientAbortException"));
    }
}
