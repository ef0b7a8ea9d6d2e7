-- Tokens that do what a person is asked a fresh sign-in for; those made before do not.
alter table api_token drop constraint api_token_scope_check;
alter table api_token add constraint api_token_scope_check check (scope in ('READ', 'WRITE', 'ADMINISTER'));
