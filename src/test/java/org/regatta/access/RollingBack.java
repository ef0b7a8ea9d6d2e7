package org.regatta.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers requests that ask for it in a transaction that is never committed: everything happens as it would, up to the
 * answer, and nothing stays. Built into the running server, so that tests need no application of their own.
 */
final class RollingBack extends ValveBase implements AutoCloseable {

    /** A request with this header leaves nothing behind; sessions, which have transactions of their own, excepted. */
    static final String HEADER = "Regatta-Test-Rolls-Back";

    private final TransactionTemplate transaction;
    private final Pipeline pipeline;

    private RollingBack(PlatformTransactionManager transactions, Pipeline pipeline) {
        super(true);
        this.transaction = new TransactionTemplate(transactions);
        this.pipeline = pipeline;
        pipeline.addValve(this);
    }

    /** Builds it into the application's server until it is closed. */
    static RollingBack into(ApplicationContext context) {
        var server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        return new RollingBack(
                context.getBean(PlatformTransactionManager.class),
                server.getTomcat().getHost().getPipeline());
    }

    @Override
    public void close() {
        pipeline.removeValve(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getHeader(HEADER) == null) {
            getNext().invoke(request, response);
            return;
        }
        transaction.executeWithoutResult(status -> {
            try {
                getNext().invoke(request, response);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (ServletException failed) {
                throw new IllegalStateException(failed);
            } finally {
                status.setRollbackOnly();
            }
        });
    }
}
