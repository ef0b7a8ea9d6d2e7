package org.regatta.access;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, as a deployment with {@code LOG_LEVEL=debug} would write it. */
final class HeardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Map<String, Level> LOUD =
            Map.of(Logger.ROOT_LOGGER_NAME, Level.INFO, "org.regatta", Level.DEBUG);

    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<String, Level> before;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    HeardLog() {
        before = LOUD.keySet().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> logging.getLogger(name).getEffectiveLevel()));
        LOUD.forEach((name, level) -> logging.getLogger(name).setLevel(level));
        setContext(logging);
        start();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
        // a server that is warm may have nothing to say: this line shows that it would be heard
        LoggerFactory.getLogger(HeardLog.class).debug("Listening");
    }

    /** Message, exception with its causes, and what is noted beside. */
    String text() {
        return String.join("\n", lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    @Override
    public void close() {
        logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
        before.forEach((name, level) -> logging.getLogger(name).setLevel(level));
    }
}
