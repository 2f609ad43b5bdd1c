{{- define "truceline.postgresqlProbe" -}}
exec:
  command: [pg_isready, --host=127.0.0.1, --username=truceline, --quiet]
periodSeconds: {{ .period }}
timeoutSeconds: 3
failureThreshold: {{ .threshold }}
{{- end }}

{{/* redis-cli ends with 0 whatever it is told; the answer counts: none while the server reads its file. */}}
{{- define "truceline.redisProbe" -}}
exec:
  command: [sh, -c, "redis-cli ping | grep -qx PONG"]
periodSeconds: {{ .period }}
timeoutSeconds: 3
failureThreshold: {{ .threshold }}
{{- end }}

{{/* The volume of a bundled store. */}}
{{- define "truceline.claim" -}}
- metadata:
    name: data
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storageClassName }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests:
        storage: {{ .storage }}
{{- end }}
