{{/* Stops with a reason when the stores are not given, or given twice. */}}
{{- define "truceline.checkStores" -}}
{{- range $name := list "postgresql" "redis" }}
{{- $store := index $.Values $name }}
{{- if and $store.bundled.enabled $store.external.host }}
{{- fail (printf "%s: both external.host and bundled.enabled are set; choose one." $name) }}
{{- end }}
{{- if not (or $store.bundled.enabled $store.external.host) }}
{{- fail (printf "%s: set external.host, or bundled.enabled for a trial." $name) }}
{{- end }}
{{- end }}
{{- if and .Values.postgresql.external.host (not .Values.postgresql.external.existingSecret) }}
{{- fail "postgresql: external.existingSecret must name the Secret with the password." }}
{{- end }}
{{- end }}

{{/* Where PostgreSQL is: host, port, username, secret, key, parameters. */}}
{{- define "truceline.postgresql" -}}
{{- if .Values.postgresql.bundled.enabled }}
host: {{ include "truceline.fullname" . }}-postgresql
port: 5432
username: truceline
secret: {{ include "truceline.fullname" . }}-postgresql
key: password
parameters: ""
{{- else }}
{{- with .Values.postgresql.external }}
host: {{ .host | quote }}
port: {{ .port }}
username: {{ .username | quote }}
secret: {{ .existingSecret | quote }}
key: {{ .passwordKey | quote }}
parameters: {{ .parameters | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where Redis is: host, port, tls, username, secret (empty: no password), key. */}}
{{- define "truceline.redis" -}}
{{- if .Values.redis.bundled.enabled }}
host: {{ include "truceline.fullname" . }}-redis
port: 6379
tls: false
username: ""
secret: {{ include "truceline.fullname" . }}-redis
key: password
{{- else }}
{{- with .Values.redis.external }}
host: {{ .host | quote }}
port: {{ .port }}
tls: {{ .tls }}
username: {{ .username | quote }}
secret: {{ .existingSecret | quote }}
key: {{ .passwordKey | quote }}
{{- end }}
{{- end }}
{{- end }}
