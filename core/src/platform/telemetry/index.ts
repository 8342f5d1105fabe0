export { openLog, closeLog, type Log } from './log.ts'
export { errorFace, type ErrorFace } from './error-face.ts'
export { openMetrics, type Metrics, type QueueFigures, type RequestFigures } from './metrics.ts'
