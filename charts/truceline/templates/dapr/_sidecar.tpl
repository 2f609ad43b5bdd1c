{{/*
Annotations from which Dapr's injector makes the sidecar. Arguments: root, component, settings.
Subscriptions end at once when the pod is asked to stop; the sidecar takes events until the service has finished (block-shutdown-duration).
It has no token of the Kubernetes API: component secrets are read by Dapr's operator, so the built-in secret store, which would need one, is off.
*/}}
{{- define "truceline.sidecar" -}}
dapr.io/enabled: "true"
dapr.io/app-id: {{ .component }}
dapr.io/app-port: "8081"
dapr.io/app-protocol: grpc
dapr.io/app-token-secret: {{ include "truceline.appTokenSecret" .root }}
dapr.io/config: {{ include "truceline.fullname" .root }}
dapr.io/disable-builtin-k8s-secret-store: "true"
dapr.io/enable-app-health-check: "true"
dapr.io/app-health-probe-interval: "3"
dapr.io/app-health-probe-timeout: "1000"
dapr.io/app-health-threshold: "3"
dapr.io/block-shutdown-duration: {{ add .settings.preStopSleepSeconds 20 }}s
dapr.io/graceful-shutdown-seconds: "5"
dapr.io/log-level: {{ .root.Values.dapr.sidecar.logLevel }}
dapr.io/log-as-json: "true"
dapr.io/sidecar-cpu-request: {{ .root.Values.dapr.sidecar.cpuRequest | quote }}
dapr.io/sidecar-memory-request: {{ .root.Values.dapr.sidecar.memoryRequest | quote }}
dapr.io/sidecar-memory-limit: {{ .root.Values.dapr.sidecar.memoryLimit | quote }}
{{- end }}
