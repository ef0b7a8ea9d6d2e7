-- Checkpoints name their key themselves; nobody ever wrote or read this.
drop table audit_key;
