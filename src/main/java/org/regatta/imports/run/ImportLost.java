package org.regatta.imports.run;

/** The run was cancelled, or another node took it over: what this node did for it must not commit. */
class ImportLost extends RuntimeException {

    ImportLost() {
        super("The import was cancelled or taken over.");
    }
}
