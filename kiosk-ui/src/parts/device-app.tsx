import '../styles/tokens.css'
import '../styles/device.css'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { User } from '../api/device.ts'
import { DeviceDoor, type DeviceRoles } from './device-door.tsx'

interface DeviceApp {
  kind: 'kiosk' | 'display'
  roles: DeviceRoles
  screen: (parts: { user: User; onSignedOut: () => void }) => ReactNode
}

/** Puts a screen of the hall into its page, behind the door that only a device of the office passes. */
export function startDeviceApp({ kind, roles, screen }: DeviceApp): void {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <DeviceDoor kind={kind} roles={roles}>
        {screen}
      </DeviceDoor>
    </StrictMode>
  )
}
