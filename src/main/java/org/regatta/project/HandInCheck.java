package org.regatta.project;

import java.util.List;
import java.util.UUID;
import org.regatta.shared.Finding;

/** What later modules want of a project before its team may hand it in. All beans of this type are asked. */
public interface HandInCheck {

    /** What the project lacks; empty: nothing. Called in the transaction that hands it in, which holds the project. */
    List<Finding> lacking(UUID projectId);
}
