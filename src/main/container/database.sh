#!/bin/bash
# Makes the lab's user and database in a new PostgreSQL: the user owns this database, and has no other rights. The
# superuser loses its password, so that it comes in from within the container alone.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" <<'SQL'
create role stepback login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database stepback owner stepback;
revoke connect on database postgres from public;
alter role current_user password null;
SQL
