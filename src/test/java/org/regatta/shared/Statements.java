package org.regatta.shared;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Counts the SQL statements that some work on this thread issues, through JDBC or Hibernate. */
public final class Statements {

    private static final List<String> LOGGERS =
            List.of("org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL");

    private Statements() {}

    /** How many statements {@code work} issues. */
    public static int of(Callable<?> work) throws Exception {
        var thread = Thread.currentThread().getName();
        var count = new AtomicInteger();
        var counter = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var message = event.getFormattedMessage();
                var statement = event.getLoggerName().equals("org.hibernate.SQL")
                        || message.startsWith("Executing prepared SQL statement")
                        || message.startsWith("Executing SQL");
                if (statement && event.getThreadName().equals(thread)) {
                    count.incrementAndGet();
                }
            }
        };
        counter.start();
        var loggers =
                LOGGERS.stream().map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
        var levels = loggers.stream().map(Logger::getLevel).toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(counter);
        });
        try {
            work.call();
        } finally {
            for (int at = 0; at < loggers.size(); at++) {
                loggers.get(at).detachAppender(counter);
                loggers.get(at).setAdditive(true);
                loggers.get(at).setLevel(levels.get(at));
            }
        }
        return count.get();
    }
}
